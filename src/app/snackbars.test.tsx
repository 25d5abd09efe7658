import { act, fireEvent, render, screen } from '@testing-library/react';
import { dispatch } from '@wordpress/data';
import { store as noticesStore } from '@wordpress/notices';
import { Snackbars } from './snackbars';

function showSnackbar( onClick: () => void ) {
	document.body.innerHTML = '<h1 id="carnet-title" tabindex="-1">Contacts</h1>';
	render( <Snackbars /> );
	act( () => {
		void dispatch( noticesStore ).createSuccessNotice( 'The contact was saved.', {
			id: 'saved',
			type: 'snackbar',
			actions: [ { label: 'Undo', onClick } ],
		} );
	} );
}

test( 'The key that presses Undo does not close the snackbar first', () => {
	const undo = jest.fn();
	showSnackbar( undo );
	const button = screen.getByRole( 'button', { name: 'Undo' } );
	button.focus();
	// False where a listener has prevented the press.
	expect( fireEvent.keyPress( button, { key: 'Enter', charCode: 13 } ) ).toBe( true );
	fireEvent.click( button );
	expect( undo ).toHaveBeenCalledTimes( 1 );
	expect( screen.getByRole( 'heading' ).matches( ':focus' ) ).toBe( true );
} );

test( 'A key on the snackbar itself still closes it', () => {
	showSnackbar( () => {} );
	expect( fireEvent.keyPress( screen.getByTestId( 'snackbar' ), { key: 'Enter', charCode: 13 } ) ).toBe( false );
} );
