import { Button, TextControl } from '@wordpress/components';
import { useId } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import { DecimalInput } from '../controls/decimal-input';
import { MoneyInput } from '../controls/money-control';
import { useWrongInputs } from '../controls/use-wrong-inputs';
import { Money } from '../shared/money';
import type { WrongCells } from './check-lines';
import type { Line } from './line';
import { TaxSelect } from './tax-select';

interface LineRowProps {
	line: Line;
	number: number;
	currency: string;
	/** What the server makes of it; undefined while it is being asked. */
	net: number | undefined;
	wrong: WrongCells;
	onChange: ( line: Line ) => void;
	/** Null for the only line. */
	onRemove: ( () => void ) | null;
}

/** The cells that are typed, in their order. */
const CELLS = [ 'description', 'quantity', 'unit_price', 'discount_percent' ] as const;

/**
 * One line of a quote. What is wrong in it is said under it: what was typed at once, what is missing when one saves.
 */
export function LineRow( { line, number, currency, net, wrong, onChange, onRemove }: LineRowProps ) {
	const id = useId();
	const { wrapper, isTried } = useWrongInputs< HTMLFieldSetElement >( CELLS.map( ( cell ) => wrong[ cell ] ?? '' ) );
	const shown = CELLS.filter( ( cell ) => wrong[ cell ] && ( isTried || line[ cell ] ) );
	const errorId = ( cell: ( typeof CELLS )[ number ] ) =>
		shown.includes( cell ) ? `${ id }-${ cell }` : undefined;
	return (
		<fieldset className="carnet-line" ref={ wrapper }>
			<legend className="screen-reader-text">
				{ sprintf(
					/* translators: %d: number of a line of a quote. */
					__( 'Line %d', 'carnet-crm' ),
					number
				) }
			</legend>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Description', 'carnet-crm' ) }
				autoComplete="off"
				maxLength={ 1000 }
				aria-invalid={ errorId( 'description' ) ? true : undefined }
				aria-describedby={ errorId( 'description' ) }
				value={ line.description }
				onChange={ ( description ) => onChange( { ...line, description } ) }
			/>
			<DecimalInput
				label={ __( 'Quantity', 'carnet-crm' ) }
				errorId={ errorId( 'quantity' ) }
				value={ line.quantity }
				onChange={ ( quantity ) => onChange( { ...line, quantity } ) }
			/>
			<MoneyInput
				label={ __( 'Unit price', 'carnet-crm' ) }
				errorId={ errorId( 'unit_price' ) }
				value={ line.unit_price ?? null }
				currency={ currency }
				onChange={ ( price ) => {
					const { unit_price: before, ...rest } = line;
					onChange( price === null ? rest : { ...rest, unit_price: price } );
				} }
			/>
			<DecimalInput
				label={ __( 'Discount (%)', 'carnet-crm' ) }
				errorId={ errorId( 'discount_percent' ) }
				empty="0"
				value={ line.discount_percent }
				onChange={ ( discount ) => onChange( { ...line, discount_percent: discount } ) }
			/>
			<TaxSelect rate={ line.tax_rate } onChange={ ( rate ) => onChange( { ...line, tax_rate: rate } ) } />
			<div className="carnet-line__net">
				<span>{ __( 'Net', 'carnet-crm' ) }</span>
				{ net === undefined ? '–' : <Money minor={ net } currency={ currency } /> }
			</div>
			<Button
				size="compact"
				icon={ closeSmall }
				label={ sprintf(
					/* translators: %d: number of a line of a quote. */
					__( 'Remove line %d', 'carnet-crm' ),
					number
				) }
				disabled={ ! onRemove }
				accessibleWhenDisabled
				onClick={ () => onRemove?.() }
			/>
			{ shown.map( ( cell ) => (
				// The cells are too narrow for words: they have the row below.
				<p className="carnet-field-error" key={ cell } id={ errorId( cell ) }>
					{ wrong[ cell ] }
				</p>
			) ) }
		</fieldset>
	);
}
