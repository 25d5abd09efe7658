import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { arrowDown, arrowUp, close } from '@wordpress/icons';
import type { ExportColumn } from './export-columns';

interface ColumnListProps {
	/** The chosen columns, in order. */
	columns: ExportColumn[];
	onChange: ( ids: string[] ) => void;
}

/** The columns of the file: their order can change, and each can be left out. */
export function ColumnList( { columns, onChange }: ColumnListProps ) {
	const list = useRef< HTMLOListElement >( null );
	const focusDue = useRef< string | null >( null );
	useEffect( () => {
		// What the browser moves in the page loses the focus.
		if ( focusDue.current !== null ) {
			list.current?.querySelector< HTMLElement >( focusDue.current )?.focus();
			focusDue.current = null;
		}
	} );
	const ids = columns.map( ( { id } ) => id );
	const move = ( { id, label }: ExportColumn, from: number, to: number ) => {
		const rest = ids.filter( ( other ) => other !== id );
		onChange( [ ...rest.slice( 0, to ), id, ...rest.slice( to ) ] );
		focusDue.current = `[data-column="${ id }"] [data-move="${ to > from ? 'down' : 'up' }"]`;
		speak(
			sprintf(
				/* translators: 1: label of a value. 2: its place. 3: number of values. */
				__( '%1$s is now at place %2$d of %3$d.', 'carnet-crm' ),
				label,
				to + 1,
				ids.length
			)
		);
	};
	return (
		<ol className="carnet-columns" ref={ list }>
			{ columns.map( ( column, place ) => (
				<li key={ column.id } data-column={ column.id }>
					<span>{ column.label }</span>
					<Button
						size="compact"
						icon={ arrowUp }
						data-move="up"
						/* translators: %s: label of a value. */
						label={ sprintf( __( 'Move %s up', 'carnet-crm' ), column.label ) }
						disabled={ place === 0 }
						accessibleWhenDisabled
						onClick={ () => move( column, place, place - 1 ) }
					/>
					<Button
						size="compact"
						icon={ arrowDown }
						data-move="down"
						/* translators: %s: label of a value. */
						label={ sprintf( __( 'Move %s down', 'carnet-crm' ), column.label ) }
						disabled={ place === columns.length - 1 }
						accessibleWhenDisabled
						onClick={ () => move( column, place, place + 1 ) }
					/>
					<Button
						size="compact"
						icon={ close }
						data-move="out"
						/* translators: %s: label of a column. */
						label={ sprintf( __( 'Leave out %s', 'carnet-crm' ), column.label ) }
						disabled={ columns.length === 1 }
						accessibleWhenDisabled
						onClick={ () => {
							const next = ids[ place + 1 ] ?? ids[ place - 1 ];
							focusDue.current = `[data-column="${ next }"] [data-move="out"]`;
							onChange( ids.filter( ( other ) => other !== column.id ) );
						} }
					/>
				</li>
			) ) }
		</ol>
	);
}
