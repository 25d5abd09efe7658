import { fireEvent, render, screen } from '@testing-library/react';
import { steadyPress } from './steady-press';

/** Presses a button of 100 by 40 at 50, 20, which has moved down by some pixels when the press ends at a place. */
function press( { by = 0, x = 50, y = 20, detail = 1 } ) {
	const onSubmit = jest.fn( ( event ) => event.preventDefault() );
	render(
		<form onSubmit={ onSubmit }>
			<button type="submit" { ...steadyPress } />
		</form>
	);
	const button = screen.getByRole( 'button' );
	// jsdom has neither layout nor captured pointers.
	button.setPointerCapture = jest.fn();
	button.getBoundingClientRect = () => new DOMRect( 0, by, 100, 40 );
	fireEvent( button, new MouseEvent( 'pointerdown', { bubbles: true, clientX: 50, clientY: 20 } ) );
	fireEvent.click( button, { clientX: x, clientY: y, detail } );
	return onSubmit.mock.calls.length;
}

test( 'A press counts on a button that moves away under it', () => {
	expect( press( { by: 40 } ) ).toBe( 1 );
} );

test( 'A press counts anywhere on the button', () => {
	expect( press( { x: 95, y: 35 } ) ).toBe( 1 );
} );

test( 'A press that is moved away does not count', () => {
	expect( press( { x: 300, y: 20 } ) ).toBe( 0 );
} );

test( 'The keyboard presses without a place', () => {
	expect( press( { x: 0, y: 0, detail: 0, by: 500 } ) ).toBe( 1 );
} );
