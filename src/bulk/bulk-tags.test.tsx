import { fireEvent, render, screen } from '@testing-library/react';
import { BulkTags } from './bulk-tags';

jest.mock( '../tags/use-tags', () => ( { useTags: () => ( { tags: [ { id: 1, name: 'VIP' } ] } ) } ) );

test( 'Escape closes the list of suggestions, then the dialog', () => {
	const onCancel = jest.fn();
	render( <BulkTags name="add_tags" onApply={ () => {} } onCancel={ onCancel } /> );
	const field = screen.getByRole( 'combobox' );
	fireEvent.focus( field );
	fireEvent.change( field, { target: { value: 'VI' } } );
	expect( screen.queryByRole( 'listbox' ) ).not.toBeNull();
	fireEvent.keyDown( field, { key: 'Escape' } );
	expect( screen.queryByRole( 'listbox' ) ).toBeNull();
	expect( onCancel ).not.toHaveBeenCalled();
	fireEvent.keyDown( field, { key: 'Escape' } );
	expect( onCancel ).toHaveBeenCalledTimes( 1 );
} );
