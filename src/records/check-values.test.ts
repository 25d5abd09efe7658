import type { FieldConfig } from '../entities/boot';
import { checkValues } from './check-values';

const FIELDS: FieldConfig[] = [
	{ id: 'name', label: 'Name', kind: 'text', required: true },
	{ id: 'email', label: 'Email', kind: 'email' },
	{ id: 'website', label: 'Website', kind: 'url' },
	{ id: 'id', label: 'ID', kind: 'integer', required: true, readonly: true },
];

describe( 'values of a form', () => {
	it.each( [
		[ 'nothing is wrong', { name: 'Durand' }, [] ],
		[ 'a required field is empty', { name: '' }, [ 'name' ] ],
		[ 'a required field holds only spaces', { name: '  ' }, [ 'name' ] ],
		[ 'no e-mail address', { name: 'a', email: 'anna@' }, [ 'email' ] ],
		[ 'accents in an address', { name: 'a', email: 'zoé@exämple.fr' }, [] ],
		[ 'a web address without its start', { name: 'a', website: 'example.com' }, [ 'website' ] ],
		[ 'a script is no web address', { name: 'a', website: 'javascript:alert(1)' }, [ 'website' ] ],
	] )( '%s', ( _title, values, wrong ) => {
		expect( Object.keys( checkValues( FIELDS, values ) ) ).toEqual( wrong );
	} );
} );
