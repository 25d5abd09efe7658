import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { focusHeading } from '../app/focus-heading';
import { can } from '../entities/boot';

interface ListEmptyProps {
	/** Whether a search or filter hides what there may be. */
	isFiltered: boolean;
	inTrash: boolean;
	/** Said where there is nothing at all. */
	sentence: string;
	addLabel: string;
	addLink: string;
	onClear: () => void;
}

/**
 * A list without rows: why, and the way out.
 */
export function ListEmpty( { isFiltered, inTrash, sentence, addLabel, addLink, onClear }: ListEmptyProps ) {
	if ( isFiltered ) {
		return (
			<div className="carnet-empty">
				<p>{ __( 'Nothing matches your search and filters.', 'carnet-crm' ) }</p>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => {
						onClear();
						focusHeading();
					} }
				>
					{ __( 'Clear search and filters', 'carnet-crm' ) }
				</Button>
			</div>
		);
	}
	if ( inTrash ) {
		return (
			<div className="carnet-empty">
				<p>{ __( 'The trash is empty.', 'carnet-crm' ) }</p>
			</div>
		);
	}
	return (
		<div className="carnet-empty">
			<p>{ sentence }</p>
			{ can( 'carnet_edit' ) && (
				<Button __next40pxDefaultSize variant="primary" href={ addLink }>
					{ addLabel }
				</Button>
			) }
		</div>
	);
}
