import { useEffect, useRef, useState } from '@wordpress/element';

/**
 * Tells the browser which inputs of an element are wrong, so that saving a form finds the first wrong one of the page.
 * The browser's bubble is left out: the words stand in the page.
 *
 * @param messages What is wrong, by place of the input in the element; '' for nothing.
 * @return A reference for the element, and whether someone tried to save while something in it was wrong.
 */
export function useWrongInputs< Wrapper extends HTMLElement >( messages: string[] ) {
	const wrapper = useRef< Wrapper >( null );
	const [ isTried, setIsTried ] = useState( false );
	useEffect( () => {
		wrapper.current
			?.querySelectorAll( 'input' )
			.forEach( ( input, place ) => input.setCustomValidity( messages[ place ] ?? '' ) );
	} );
	useEffect( () => {
		const element = wrapper.current;
		const onInvalid = ( event: Event ) => {
			event.preventDefault();
			setIsTried( true );
			const input = event.target as HTMLInputElement;
			const inForm = Array.from( input.form?.elements ?? [] ) as HTMLInputElement[];
			if ( inForm.find( ( { validity } ) => ! validity.valid ) === input ) {
				input.focus();
			}
		};
		// Such an event does not bubble.
		element?.addEventListener( 'invalid', onInvalid, true );
		return () => element?.removeEventListener( 'invalid', onInvalid, true );
	}, [] );
	return { wrapper, isTried };
}
