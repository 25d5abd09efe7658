import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import type { KeyboardEvent } from 'react';
import { __ } from '@wordpress/i18n';
import type { WrongCells } from './check-lines';
import type { Line } from './line';
import { emptyLine } from './line';
import { LineRow } from './line-row';
import type { Totals } from './use-totals';

interface LineEditorProps {
	lines: Line[];
	currency: string;
	totals: Totals | null;
	/** What is wrong, by line. */
	wrong: WrongCells[];
	onChange: ( lines: Line[] ) => void;
}

/**
 * The lines of a quote. Enter goes to the next line, and makes one after the last.
 */
export function LineEditor( { lines, currency, totals, wrong, onChange }: LineEditorProps ) {
	const list = useRef< HTMLDivElement >( null );
	const due = useRef< number | null >( null );
	const focusLine = ( index: number ) =>
		list.current?.querySelectorAll< HTMLElement >( 'fieldset' )[ index ]?.querySelector( 'input' )?.focus();
	useEffect( () => {
		if ( due.current !== null ) {
			focusLine( due.current );
			due.current = null;
		}
	}, [ lines.length ] );
	const add = () => {
		due.current = lines.length;
		// A new line is mostly taxed like the one before.
		onChange( [ ...lines, { ...emptyLine(), tax_rate: lines.at( -1 )?.tax_rate ?? emptyLine().tax_rate } ] );
	};
	const onKey = ( event: KeyboardEvent, index: number ) => {
		if ( event.key !== 'Enter' || ! ( event.target instanceof HTMLInputElement ) ) {
			return;
		}
		event.preventDefault();
		if ( index === lines.length - 1 ) {
			add();
		} else {
			focusLine( index + 1 );
		}
	};
	return (
		<div className="carnet-lines">
			<div ref={ list }>
				{ lines.map( ( line, index ) => (
					// eslint-disable-next-line jsx-a11y/no-static-element-interactions -- a shortcut inside the fields.
					<div key={ index } onKeyDown={ ( event ) => onKey( event, index ) }>
						<LineRow
							line={ line }
							number={ index + 1 }
							currency={ currency }
							net={ totals?.lines[ index ]?.net }
							wrong={ wrong[ index ] ?? {} }
							onChange={ ( next ) =>
								onChange( lines.map( ( each, i ) => ( i === index ? next : each ) ) )
							}
							onRemove={
								lines.length > 1
									? () => {
											due.current = Math.max( 0, index - 1 );
											onChange( lines.filter( ( _, i ) => i !== index ) );
										}
									: null
							}
						/>
					</div>
				) ) }
			</div>
			<Button __next40pxDefaultSize variant="secondary" onClick={ add } disabled={ lines.length >= 500 }>
				{ __( 'Add line', 'carnet-crm' ) }
			</Button>
		</div>
	);
}
