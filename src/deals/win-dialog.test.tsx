import { fireEvent, render, screen } from '@testing-library/react';
import type { Config } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { WinDialog } from './win-dialog';

const config = {
	locale: 'en_US',
	currencies: [ { code: 'EUR', exponent: 2, symbol: '€' } ],
	default_currency: 'EUR',
} as unknown as Config;

jest.mock( '../entities/boot', () => ( { boot: () => ( { config } ) } ) );
jest.mock( '../shared/config-context', () => ( { useConfig: () => ( { config } ) } ) );

function open() {
	const onEnd = jest.fn();
	const record = { id: 1, amount: 300000, currency: 'EUR', contact_id: null } as unknown as CrmRecord;
	render( <WinDialog record={ record } isBusy={ false } onClose={ () => {} } onEnd={ onEnd } /> );
	const amount = screen.getByRole< HTMLInputElement >( 'textbox' );
	return {
		onEnd,
		amount,
		type: ( value: string ) => fireEvent.change( amount, { target: { value } } ),
		close: () => fireEvent.click( screen.getByRole( 'button', { name: 'Close the deal' } ) ),
	};
}

test( 'What is no amount is refused beside the field, and nothing is sent', () => {
	const { onEnd, amount, type, close } = open();
	type( 'environ 3000' );
	expect( screen.queryByText( /Enter an amount/ ) ).toBeNull();
	close();
	expect( onEnd ).not.toHaveBeenCalled();
	expect( amount.getAttribute( 'aria-invalid' ) ).toBe( 'true' );
	expect( amount.getAttribute( 'aria-describedby' ) ).toBe( screen.getByText( /Enter an amount/ ).id );
	expect( amount.matches( ':focus' ) ).toBe( true );
} );

test.each( [
	[ '3 000,50', 300050 ],
	[ '', null ],
] )( 'An amount is sent: “%s” as %p', ( typed, minor ) => {
	const { onEnd, type, close } = open();
	type( typed );
	close();
	expect( onEnd ).toHaveBeenCalledWith( { status: 'won', signed_amount: minor } );
} );
