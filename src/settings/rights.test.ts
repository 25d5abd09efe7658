import { scopeInWords, withRight } from './rights';

describe( 'the rights of a role', () => {
	it( 'come with the right to see', () => {
		expect( withRight( [], 'carnet_export', true ) ).toEqual( [ 'carnet_view', 'carnet_export' ] );
	} );
	it( 'are given once', () => {
		expect( withRight( [ 'carnet_view' ], 'carnet_view', true ) ).toEqual( [ 'carnet_view' ] );
	} );
	it( 'go one by one, and all with the right to see', () => {
		expect( withRight( [ 'carnet_view', 'carnet_edit' ], 'carnet_edit', false ) ).toEqual( [ 'carnet_view' ] );
		expect( withRight( [ 'carnet_view', 'carnet_edit' ], 'carnet_view', false ) ).toEqual( [] );
	} );
	it( 'say whose records are seen', () => {
		expect( scopeInWords( [] ) ).toBe( 'No access to the CRM' );
		expect( scopeInWords( [ 'carnet_view', 'carnet_edit' ] ) ).toBe( 'Sees only their own records' );
		expect( scopeInWords( [ 'carnet_view', 'carnet_others' ] ) ).toBe( 'Sees everybody’s records' );
	} );
} );
