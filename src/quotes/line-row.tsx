import { Button, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import { MoneyInput } from '../controls/money-control';
import { typedDecimal } from '../shared/format-number';
import { Money } from '../shared/money';
import type { Line } from './line';
import { TaxSelect } from './tax-select';

interface LineRowProps {
	line: Line;
	number: number;
	currency: string;
	/** What the server makes of it; undefined while it is being asked. */
	net: number | undefined;
	onChange: ( line: Line ) => void;
	/** Null for the only line. */
	onRemove: ( () => void ) | null;
}

/**
 * One line of a quote. A comma typed in a quantity or a discount is a decimal point.
 */
export function LineRow( { line, number, currency, net, onChange, onRemove }: LineRowProps ) {
	const text = ( label: string, key: 'description' | 'quantity' | 'discount_percent', isNumber = true ) => (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ label }
			autoComplete="off"
			{ ...( isNumber && { inputMode: 'decimal' as const } ) }
			value={ isNumber ? typedDecimal( line[ key ] ?? '' ) : line[ key ] }
			onChange={ ( value ) =>
				onChange( { ...line, [ key ]: isNumber ? value.replace( ',', '.' ).trim() : value } )
			}
		/>
	);
	return (
		<fieldset className="carnet-line">
			<legend className="screen-reader-text">
				{ sprintf(
					/* translators: %d: number of a line of a quote. */
					__( 'Line %d', 'carnet-crm' ),
					number
				) }
			</legend>
			{ text( __( 'Description', 'carnet-crm' ), 'description', false ) }
			{ text( __( 'Quantity', 'carnet-crm' ), 'quantity' ) }
			<MoneyInput
				label={ __( 'Unit price', 'carnet-crm' ) }
				value={ line.unit_price ?? null }
				currency={ currency }
				onChange={ ( price ) => {
					const { unit_price: before, ...rest } = line;
					onChange( price === null ? rest : { ...rest, unit_price: price } );
				} }
			/>
			{ text( __( 'Discount (%)', 'carnet-crm' ), 'discount_percent' ) }
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
		</fieldset>
	);
}
