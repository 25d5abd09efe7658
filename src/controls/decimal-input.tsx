import { TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { toDecimal } from '../shared/decimal';
import { typedDecimal } from '../shared/format-number';

interface DecimalInputProps {
	label: string;
	/** As in the API, with a point; as typed where that is no decimal. */
	value: string;
	/** What an empty field means. */
	empty?: string;
	/** Id of the message that says what is wrong with it. */
	errorId: string | undefined;
	onChange: ( value: string ) => void;
}

/**
 * A decimal, typed as people write it. What is none is handed on as typed, for the form to refuse.
 */
export function DecimalInput( { label, value, empty = '', errorId, onChange }: DecimalInputProps ) {
	const written = toDecimal( value ) === null ? value : typedDecimal( value );
	const [ typed, setTyped ] = useState( written );
	const read = ( text: string ) => ( text.trim() === '' ? empty : ( toDecimal( text ) ?? text ) );
	// As typed while it means the value: `1 000` must not lose its space under the fingers.
	const shown = read( typed ) === value ? typed : written;
	return (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ label }
			inputMode="decimal"
			autoComplete="off"
			aria-invalid={ errorId ? true : undefined }
			aria-describedby={ errorId }
			value={ shown }
			onChange={ ( text ) => {
				setTyped( text );
				onChange( read( text ) );
			} }
			onBlur={ () => setTyped( written ) }
		/>
	);
}
