import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { arrowDown, arrowUp, trash } from '@wordpress/icons';
import { speak } from '@wordpress/a11y';
import { moved } from './list-rows';

interface RowButtonsProps< T > {
	items: T[];
	index: number;
	/** Name of the row. */
	label: string;
	onChange: ( items: T[] ) => void;
	/** Before the row goes. */
	onDelete?: () => void;
}

/** Moves a row of a list of the settings up or down, or deletes it; the last one stays. */
export function RowButtons< T >( { items, index, label, onChange, onDelete }: RowButtonsProps< T > ) {
	const move = ( step: number ) => {
		onChange( moved( items, index, step ) );
		speak(
			sprintf(
				/* translators: 1: label of a value. 2: its place. 3: number of values. */
				__( '%1$s is now at place %2$d of %3$d.', 'carnet-crm' ),
				label,
				index + step + 1,
				items.length
			)
		);
	};
	return (
		<span className="carnet-rows__buttons">
			<Button
				size="compact"
				icon={ arrowUp }
				/* translators: %s: label of a value. */
				label={ sprintf( __( 'Move %s up', 'carnet-crm' ), label ) }
				disabled={ index === 0 }
				accessibleWhenDisabled
				onClick={ () => move( -1 ) }
			/>
			<Button
				size="compact"
				icon={ arrowDown }
				/* translators: %s: label of a value. */
				label={ sprintf( __( 'Move %s down', 'carnet-crm' ), label ) }
				disabled={ index === items.length - 1 }
				accessibleWhenDisabled
				onClick={ () => move( 1 ) }
			/>
			<Button
				size="compact"
				icon={ trash }
				isDestructive
				/* translators: %s: label of a value. */
				label={ sprintf( __( 'Delete %s', 'carnet-crm' ), label ) }
				disabled={ items.length === 1 }
				accessibleWhenDisabled
				onClick={ () => {
					onDelete?.();
					onChange( items.filter( ( _, position ) => position !== index ) );
				} }
			/>
		</span>
	);
}
