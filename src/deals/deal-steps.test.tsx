import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from '@wordpress/element';
import type { CrmRecord } from '../entities/record';
import { DealSteps } from './deal-steps';

jest.mock( './win-dialog', () => ( { WinDialog: () => null } ) );
jest.mock( '../shared/config-context', () => ( {
	useConfig: () => ( {
		config: {
			lists: {
				deal_stage: [ { key: 'new', label: 'New' } ],
				close_reason: [ { key: 'price', label: 'Price' } ],
			},
		},
	} ),
} ) );

const applied = jest.fn();

function Deal() {
	const [ record, setRecord ] = useState< CrmRecord >( { id: 1, version: 1, status: 'open', stage: 'new' } );
	const apply = async ( changes: Record< string, unknown > ) => {
		applied( changes );
		const saved = { ...record, ...changes };
		setRecord( saved );
		return saved;
	};
	return <DealSteps record={ record } apply={ apply } isBusy={ false } />;
}

const press = ( name: string ) => fireEvent.click( screen.getByRole( 'button', { name } ) );

test( 'A deal is lost for a reason that was chosen, and the focus goes on to the next steps', async () => {
	render( <Deal /> );
	screen.getByRole( 'button', { name: 'Lost' } ).focus();
	press( 'Lost' );
	press( 'Close the deal' );
	expect( applied ).not.toHaveBeenCalled();
	fireEvent.change( screen.getByRole( 'combobox' ), { target: { value: 'price' } } );
	press( 'Close the deal' );
	await screen.findByRole( 'button', { name: 'Reopen' } );
	expect( applied ).toHaveBeenCalledWith( { status: 'lost', close_reason: 'price' } );
	expect( screen.getByRole( 'group', { name: 'Next steps' } ).matches( ':focus' ) ).toBe( true );
} );

test( 'A deal stays open when the dialog is cancelled', () => {
	render( <Deal /> );
	press( 'Abandoned' );
	press( 'Cancel' );
	expect( screen.queryByRole( 'dialog' ) ).toBeNull();
	expect( screen.queryByRole( 'button', { name: 'Reopen' } ) ).toBeNull();
} );
