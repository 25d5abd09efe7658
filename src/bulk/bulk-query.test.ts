import { bulkQuery } from './bulk-query';

const ORDER = { page: 2, per_page: 20, orderby: 'id', order: 'desc' };

describe( 'a change of everything a list finds', () => {
	it( 'means the filters, not the page', () => {
		expect( bulkQuery( { ...ORDER, type: [ 'lead' ], search: 'a' } ) ).toEqual( { type: [ 'lead' ], search: 'a' } );
	} );

	it( 'says so when there is no filter', () => {
		expect( bulkQuery( ORDER ) ).toEqual( { all: true } );
	} );
} );
