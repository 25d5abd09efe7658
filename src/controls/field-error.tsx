import { useEffect, useId, useRef } from '@wordpress/element';
import type { ReactNode } from 'react';

interface FieldErrorProps {
	message: string | undefined;
	/** A control whose input takes no description of its own. */
	children: ReactNode;
}

/**
 * An error beside a control that knows none, tied to its input: the combobox and the token field of core.
 */
export function FieldError( { message, children }: FieldErrorProps ) {
	const id = useId();
	const wrapper = useRef< HTMLDivElement >( null );
	useEffect( () => {
		const input = wrapper.current?.querySelector( 'input' );
		if ( ! input || ! message ) {
			return;
		}
		const before = input.getAttribute( 'aria-describedby' ) ?? '';
		input.setAttribute( 'aria-invalid', 'true' );
		input.setAttribute( 'aria-describedby', `${ before } ${ id }`.trim() );
		return () => {
			input.removeAttribute( 'aria-invalid' );
			input.setAttribute( 'aria-describedby', before );
		};
	}, [ message, id ] );
	return (
		<div ref={ wrapper }>
			{ children }
			{ message && (
				<p className="carnet-field-error" id={ id }>
					{ message }
				</p>
			) }
		</div>
	);
}
