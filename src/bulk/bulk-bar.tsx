import { Button, Modal, ProgressBar } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { focusHeading } from '../app/focus-heading';
import { can } from '../entities/boot';
import type { Query } from '../entities/view-to-query';
import { exportLink, selectionExportLink } from '../export/export-address';
import type { Noun } from '../records/noun';
import { DialogButtons } from '../shared/dialog-buttons';
import { formatNumber } from '../shared/format-number';
import { useKeepFocus } from '../shared/use-keep-focus';
import { BulkEdit } from './bulk-edit';
import { BulkTags } from './bulk-tags';
import type { BulkChange } from './use-bulk';
import { useBulk } from './use-bulk';

interface BulkBarProps {
	noun: Noun;
	inTrash: boolean;
	/** Parameters of the list. */
	query: Query;
	selection: string[];
	onChangeSelection: ( ids: string[] ) => void;
	pageIds: string[];
	total: number;
	isAtLeast: boolean;
}

type Dialog = 'edit' | 'add_tags' | 'remove_tags' | 'trash';

function titleOf( dialog: Dialog ): string {
	return {
		edit: __( 'Edit a field', 'carnet-crm' ),
		add_tags: __( 'Add tags', 'carnet-crm' ),
		remove_tags: __( 'Remove tags', 'carnet-crm' ),
		trash: __( 'Move to trash?', 'carnet-crm' ),
	}[ dialog ];
}

function countText( count: number, isAtLeast: boolean ): string {
	const shown = formatNumber( count ) + ( isAtLeast ? '+' : '' );
	return sprintf(
		/* translators: %s: number of records, formatted. */
		_n( '%s selected', '%s selected', count, 'carnet-crm' ),
		shown
	);
}

/**
 * What can be done with the selected records, also with all that match across pages: DataViews selects on one page
 * only, hence a bar of our own.
 */
export function BulkBar( props: BulkBarProps ) {
	const { noun, inTrash, selection, pageIds, total, isAtLeast } = props;
	const [ dialog, setDialog ] = useState< Dialog | null >( null );
	const [ isEverything, setIsEverything ] = useState( false );
	const bulk = useBulk( noun.entity );
	const bar = useRef< HTMLDivElement >( null );
	const keepFocus = useKeepFocus();
	const close = () => setDialog( null );
	const isAll = isEverything && selection.length === pageIds.length;
	const count = isAll ? total : selection.length;

	const apply = async ( change: BulkChange ) => {
		setDialog( null );
		await bulk.run( isAll ? { query: props.query } : { ids: selection.map( Number ) }, change, count );
		setIsEverything( false );
		props.onChangeSelection( [] );
		focusHeading();
	};

	if ( bulk.progress ) {
		const { done } = bulk.progress;
		return (
			<div className="carnet-bulk" role="status">
				<ProgressBar value={ isAll ? ( 100 * done ) / bulk.progress.total : 0 } />
				<span>
					{ sprintf(
						/* translators: 1: number of records done. 2: number of all. */
						__( '%1$s of %2$s done', 'carnet-crm' ),
						formatNumber( done ),
						formatNumber( bulk.progress.total )
					) }
				</span>
				<Button size="compact" variant="tertiary" onClick={ bulk.cancel }>
					{ __( 'Stop', 'carnet-crm' ) }
				</Button>
			</div>
		);
	}
	if ( ! selection.length || inTrash || ! ( can( 'carnet_edit' ) || can( 'carnet_export' ) ) ) {
		return null;
	}
	const canHaveAll = ! isAll && selection.length === pageIds.length && total > count;
	return (
		<div ref={ bar } className="carnet-bulk" role="group" aria-label={ __( 'Selected records', 'carnet-crm' ) }>
			<span role="status">{ countText( count, isAll && isAtLeast ) }</span>
			{ canHaveAll && (
				<Button
					size="compact"
					variant="link"
					onClick={ () => {
						setIsEverything( true );
						keepFocus( () => bar.current?.querySelector( 'button' ) );
					} }
				>
					{ sprintf(
						/* translators: %s: number of records, formatted. */
						__( 'Select all %s that match', 'carnet-crm' ),
						formatNumber( total ) + ( isAtLeast ? '+' : '' )
					) }
				</Button>
			) }
			{ ( can( 'carnet_edit' ) ? ( [ 'edit', 'add_tags', 'remove_tags', 'trash' ] as const ) : [] ).map(
				( name ) => (
					<Button
						key={ name }
						size="compact"
						variant="secondary"
						isDestructive={ name === 'trash' }
						onClick={ () => setDialog( name ) }
					>
						{ name === 'trash' ? __( 'Move to trash', 'carnet-crm' ) : titleOf( name ) }
					</Button>
				)
			) }
			{ can( 'carnet_export' ) && (
				<Button
					size="compact"
					variant="secondary"
					href={
						isAll ? exportLink( noun.entity, props.query ) : selectionExportLink( noun.entity, selection )
					}
				>
					{ __( 'Export', 'carnet-crm' ) }
				</Button>
			) }
			<Button
				size="compact"
				variant="tertiary"
				onClick={ () => {
					props.onChangeSelection( [] );
					focusHeading();
				} }
			>
				{ __( 'Clear selection', 'carnet-crm' ) }
			</Button>
			{ dialog && (
				<Modal
					title={ titleOf( dialog ) }
					size="small"
					focusOnMount="firstContentElement"
					onRequestClose={ close }
				>
					<p>{ countText( count, isAll && isAtLeast ) }</p>
					{ dialog === 'edit' && <BulkEdit noun={ noun } onApply={ apply } onCancel={ close } /> }
					{ ( dialog === 'add_tags' || dialog === 'remove_tags' ) && (
						<BulkTags name={ dialog } onApply={ apply } onCancel={ close } />
					) }
					{ dialog === 'trash' && (
						<DialogButtons onCancel={ close }>
							<Button
								__next40pxDefaultSize
								variant="primary"
								isDestructive
								onClick={ () => apply( { trash: true } ) }
							>
								{ __( 'Move to trash', 'carnet-crm' ) }
							</Button>
						</DialogButtons>
					) }
				</Modal>
			) }
		</div>
	);
}
