import { linksOf } from '../controls/links-of';
import type { CrmRecord } from '../entities/record';
import { parentsFor } from './parents-for';

const LINKS: Record< string, string[] > = {
	contact: [ 'account_id' ],
	deal: [ 'account_id', 'contact_id' ],
	action: [ 'account_id', 'contact_id', 'deal_id' ],
};

jest.mock( '../entities/boot', () => ( {
	entityConfig: ( name: string ) => ( {
		fields: [
			{ id: 'title', kind: 'text' },
			...( LINKS[ name ] ?? [] ).map( ( id ) => ( { id, kind: 'relation' } ) ),
		],
	} ),
} ) );

const deal = { id: 9, title: 'Site', account_id: 3, contact_id: 5 } as unknown as CrmRecord;

describe( 'the links a record begins with', () => {
	it( 'are the record it is added from, and that one’s own parents', () => {
		expect( parentsFor( 'action', 'deal_id', deal ) ).toEqual( { account_id: '3', contact_id: '5', deal_id: '9' } );
		expect( parentsFor( 'deal', 'contact_id', { id: 5, account_id: null } as unknown as CrmRecord ) ).toEqual( {
			contact_id: '5',
		} );
	} );

	it( 'come with what is chosen, where they are empty', () => {
		expect( linksOf( 'deal', deal ) ).toEqual( { account_id: 3, contact_id: 5 } );
		expect( linksOf( 'contact', { account_id: 3 }, { account_id: 4 } ) ).toEqual( {} );
		expect( linksOf( 'contact', undefined ) ).toEqual( {} );
	} );
} );
