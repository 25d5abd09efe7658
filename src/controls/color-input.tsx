import { useEffect, useRef, useState } from '@wordpress/element';

interface ColorInputProps {
	label: string;
	value: string;
	onChange: ( value: string ) => void;
}

/**
 * A colour, `#rrggbb`: the browser's own picker, which everyone can operate. Reports the colour once it is chosen, not
 * each one passed on the way (React's onChange would).
 */
export function ColorInput( { label, value, onChange }: ColorInputProps ) {
	const input = useRef< HTMLInputElement >( null );
	const report = useRef( onChange );
	const [ shown, setShown ] = useState( value );
	useEffect( () => setShown( value ), [ value ] );
	useEffect( () => {
		report.current = onChange;
	} );
	useEffect( () => {
		const element = input.current;
		const choose = () => element && report.current( element.value );
		element?.addEventListener( 'change', choose );
		return () => element?.removeEventListener( 'change', choose );
	}, [] );
	return (
		<input
			ref={ input }
			type="color"
			className="carnet-color"
			aria-label={ label }
			value={ shown }
			onChange={ ( { target } ) => setShown( target.value ) }
		/>
	);
}
