import { formatAddress, isSameScreen, parseAddress } from './address';

describe( 'an address', () => {
	it.each( [
		[ 'a list', '?page=carnet-contacts', { page: 'carnet-contacts', params: {} } ],
		[
			'a tab of a record',
			'?page=carnet-accounts&id=12&tab=contacts',
			{ page: 'carnet-accounts', id: '12', tab: 'contacts', params: {} },
		],
		[
			'a list with filters',
			'?page=carnet-contacts&type[]=lead&type[]=customer&s=d%C3%BCrr&paged=2',
			{
				page: 'carnet-contacts',
				params: { type: [ 'lead', 'customer' ], s: 'dürr', paged: '2' },
			},
		],
		[
			'a numbered list as PHP writes it',
			'?page=carnet-contacts&tags[0]=3&tags[1]=7',
			{ page: 'carnet-contacts', params: { tags: [ '3', '7' ] } },
		],
	] )( 'is read: %s', ( _title, search, expected ) => {
		expect( parseAddress( search ) ).toEqual( expected );
	} );

	it( 'says the same once written and read again', () => {
		const address = {
			page: 'carnet-contacts',
			id: '12',
			tab: 'history',
			params: { type: [ 'lead' ], s: 'a&b' },
		};
		expect( parseAddress( formatAddress( address ).replace( /^[^?]*/, '' ) ) ).toEqual( address );
	} );

	it( 'knows when a person stays with the same record', () => {
		const at = ( search: string ) => parseAddress( search );
		expect( isSameScreen( at( '?page=a&id=1' ), at( '?page=a&id=1&tab=history' ) ) ).toBe( true );
		expect( isSameScreen( at( '?page=a&id=1' ), at( '?page=a&id=2' ) ) ).toBe( false );
		expect( isSameScreen( at( '?page=a' ), at( '?page=a&view=trash' ) ) ).toBe( false );
	} );
} );
