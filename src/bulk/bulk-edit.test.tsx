import { fireEvent, render, screen } from '@testing-library/react';
import type { Noun } from '../records/noun';
import { BulkEdit } from './bulk-edit';

const FACTS = [
	{ id: 'city', label: 'City', kind: 'text' },
	{ id: 'type', label: 'Type', kind: 'choice' },
];

jest.mock( '../entities/boot', () => ( {
	fieldConfig: ( _entity: string, wanted: string ) => FACTS.find( ( { id } ) => id === wanted ),
} ) );
jest.mock( '../records/form-fields', () => ( {
	useFormFields: () => [
		{ id: 'city', label: 'City', type: 'text' },
		{
			id: 'type',
			label: 'Type',
			type: 'text',
			Edit: 'select',
			elements: [ { value: 'lead', label: 'Lead' } ],
		},
	],
} ) );

const NOUN = { entity: 'contact', titleFields: [ 'last_name' ] } as unknown as Noun;

function setUp() {
	const onApply = jest.fn();
	render( <BulkEdit noun={ NOUN } onApply={ onApply } onCancel={ () => {} } /> );
	return {
		onApply,
		choose: ( name: string, value: string ) =>
			fireEvent.change( screen.getByLabelText( name, { exact: false } ), { target: { value } } ),
		change: () => fireEvent.click( screen.getByRole( 'button', { name: 'Change' } ) ),
	};
}

test( 'Nothing is changed until a field and a value are chosen', () => {
	const { onApply, choose, change } = setUp();
	change();
	choose( 'Field', 'type' );
	change();
	expect( onApply ).not.toHaveBeenCalled();
	expect( screen.queryByRole( 'checkbox' ) ).toBeNull();
	choose( 'Type', 'lead' );
	change();
	expect( onApply ).toHaveBeenCalledWith( { set: { type: 'lead' } } );
} );

test( 'A field is emptied only by a choice that says so', () => {
	const { onApply, choose, change } = setUp();
	choose( 'Field', 'city' );
	change();
	expect( onApply ).not.toHaveBeenCalled();
	fireEvent.click( screen.getByRole( 'checkbox', { name: 'Empty this field' } ) );
	change();
	expect( onApply ).toHaveBeenCalledWith( { set: { city: '' } } );
} );
