import { TextControl } from '@wordpress/components';
import type { DataFormControlProps } from '@wordpress/dataviews';
import { useState } from '@wordpress/element';
import type { CrmRecord } from '../entities/record';
import { useConfig } from '../shared/config-context';
import { decimalToMinor, minorToDecimal } from '../shared/decimal';
import { typedDecimal } from '../shared/format-number';
import { currencyOf } from '../shared/money';
import { FieldError } from './field-error';

interface MoneyInputProps {
	label: string;
	hideLabelFromVision?: boolean;
	/** Minor units; the text as typed where that is no amount; null for none. */
	value: unknown;
	/** Code of the currency. */
	currency: string;
	/** Id of the message that says what is wrong with it. */
	errorId?: string | undefined;
	onChange: ( value: number | string | null ) => void;
	suffix?: boolean;
}

/**
 * An amount, typed as a decimal of its currency and handed on in minor units. What is no amount is handed on as typed,
 * for the form to refuse.
 */
export function MoneyInput( {
	label,
	hideLabelFromVision = false,
	value,
	currency,
	errorId,
	onChange,
	suffix,
}: MoneyInputProps ) {
	const { config } = useConfig();
	const { exponent, code } = currencyOf( currency, config );
	const written =
		typeof value === 'number' ? typedDecimal( minorToDecimal( value, exponent ) ) : String( value ?? '' );
	const [ typed, setTyped ] = useState( written );
	const read = ( text: string ) => ( text.trim() === '' ? null : ( decimalToMinor( text, exponent ) ?? text ) );
	// As typed while it means the value: `12,5` must not become `12.50` under the fingers.
	const shown = read( typed ) === ( value ?? null ) ? typed : written;
	return (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			className="carnet-amount"
			label={ suffix ? `${ label } (${ code })` : label }
			hideLabelFromVision={ hideLabelFromVision }
			inputMode="decimal"
			autoComplete="off"
			// A wrapper may have its own to say.
			{ ...( errorId && { 'aria-invalid': true, 'aria-describedby': errorId } ) }
			value={ shown }
			onChange={ ( text ) => {
				setTyped( text );
				onChange( read( text ) );
			} }
			onBlur={ () => setTyped( written ) }
		/>
	);
}

/** The amount of a record, in the record's currency. */
export function MoneyControl( { data, field, onChange, validity }: DataFormControlProps< CrmRecord > ) {
	return (
		<FieldError message={ validity?.custom?.message ?? validity?.required?.message }>
			<MoneyInput
				suffix
				label={ field.label }
				value={ data[ field.id ] }
				currency={ String( data.currency ?? '' ) }
				onChange={ ( value ) => onChange( { [ field.id ]: value } ) }
			/>
		</FieldError>
	);
}
