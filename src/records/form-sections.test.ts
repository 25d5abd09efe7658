import { sectionsWith } from './form-sections';

const SECTIONS = [
	{ id: 'person', label: 'Person', fields: [ 'name', 'owner_id' ] },
	{ id: 'address', label: 'Address', fields: [ 'city' ] },
];

describe( 'the sections of a form', () => {
	it( 'show a field that was only added on the server, in a last one', () => {
		const sections = sectionsWith( SECTIONS, [ 'name', 'city', 'hobby' ] );
		expect( sections.at( -1 ) ).toMatchObject( { id: 'more', fields: [ 'hobby' ] } );
	} );

	it( 'leave out what the person may not write, and sections that are empty then', () => {
		expect( sectionsWith( SECTIONS, [ 'name' ] ) ).toEqual( [
			{ id: 'person', label: 'Person', fields: [ 'name' ] },
		] );
	} );
} );
