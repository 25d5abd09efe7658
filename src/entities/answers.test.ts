import { changesetOf, isTotalAtLeast, noteHeaders } from './answers';

function answer( body: unknown, headers: Record< string, string > = {} ) {
	return {
		status: 200,
		headers: { get: ( name: string ) => headers[ name ] ?? null },
		json: async () => body,
	};
}

describe( 'the headers of an answer', () => {
	it( 'tell the change set of a write', async () => {
		const next = jest.fn().mockResolvedValue( answer( { id: 1 }, { 'X-Carnet-Changeset': '42' } ) );
		const body = await noteHeaders( { path: '/carnet/v1/contacts', method: 'POST' }, next );
		expect( body ).toEqual( { id: 1 } );
		expect( changesetOf( body ) ).toBe( 42 );
	} );

	it( 'tell that a total is only a lower bound, until it is exact again', async () => {
		const path = '/carnet/v1/contacts?search=a';
		const ask = ( total: string ) =>
			noteHeaders( { path, parse: false }, async () => answer( [], { 'X-Carnet-Total': total } ) );
		await ask( 'at-least' );
		expect( isTotalAtLeast( path ) ).toBe( true );
		await ask( 'exact' );
		expect( isTotalAtLeast( path ) ).toBe( false );
	} );

	it( 'are none of our business on other routes', async () => {
		const options = { path: '/wp/v2/users' };
		const next = jest.fn().mockResolvedValue( 'as is' );
		expect( await noteHeaders( options, next ) ).toBe( 'as is' );
		expect( next ).toHaveBeenCalledWith( options );
	} );
} );
