import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from '@wordpress/element';
import { useKeepFocus } from './use-keep-focus';

/** A button that goes when it is pressed, and perhaps one that comes instead. */
function Change( { hasNext }: { hasNext: boolean } ) {
	const [ isDone, setIsDone ] = useState( false );
	const keepFocus = useKeepFocus();
	return (
		<>
			<h1 id="carnet-title" tabIndex={ -1 }>
				Deal
			</h1>
			<input />
			{ ! isDone && (
				<button
					onClick={ () => {
						setIsDone( true );
						keepFocus( () => document.getElementById( 'next' ) );
					} }
				>
					Close
				</button>
			) }
			{ isDone && hasNext && <button id="next">Reopen</button> }
		</>
	);
}

function close( hasNext: boolean, focused: 'button' | 'textbox' ) {
	render( <Change hasNext={ hasNext } /> );
	screen.getByRole( focused ).focus();
	fireEvent.click( screen.getByRole( 'button' ) );
}

const hasFocus = ( role: string ) => screen.getByRole( role ).matches( ':focus' );

test( 'The focus goes on where the change leads', () => {
	close( true, 'button' );
	expect( hasFocus( 'button' ) ).toBe( true );
} );

test( 'The heading has it where there is nothing to go on with', () => {
	close( false, 'button' );
	expect( hasFocus( 'heading' ) ).toBe( true );
} );

test( 'Who has moved on meanwhile keeps their place', () => {
	close( true, 'textbox' );
	expect( hasFocus( 'textbox' ) ).toBe( true );
} );
