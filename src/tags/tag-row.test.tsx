import { fireEvent, render, screen } from '@testing-library/react';
import { TagRow } from './tag-row';

jest.mock( '../words', () => ( { wordsOf: () => undefined } ) );
jest.mock( '../entities/boot', () => ( { boot: () => ( { entities: {} } ) } ) );
jest.mock( '../records/screen-address', () => ( { listLink: () => '' } ) );
jest.mock( './tag-dialog', () => ( { TagDialog: () => null } ) );
jest.mock( './use-tag-changes', () => ( {
	useTagChanges: () => ( {
		change: async ( _tag: object, _edits: object, onRefused: ( refusal: object ) => void ) =>
			onRefused( { code: 'carnet_duplicate', message: 'There is a tag of this name.' } ),
	} ),
} ) );

test( 'A name that is refused stays, with the reason beside it', async () => {
	const tag = { id: 1, name: 'Fair', color: '#57606a' };
	render( <TagRow tag={ tag } tags={ [ tag ] } onLeave={ () => {} } /> );
	const field = screen.getByRole< HTMLInputElement >( 'textbox' );
	fireEvent.change( field, { target: { value: 'Show' } } );
	fireEvent.keyDown( field, { key: 'Enter' } );
	await screen.findByText( 'There is a tag of this name.', { selector: '.carnet-field-error' } );
	expect( field.value ).toBe( 'Show' );
	expect( field.getAttribute( 'aria-invalid' ) ).toBe( 'true' );
	fireEvent.change( field, { target: { value: 'Show 2' } } );
	expect( field.getAttribute( 'aria-invalid' ) ).toBe( 'false' );
} );
