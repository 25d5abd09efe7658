import type { Boot } from '../entities/boot';
import { parseAddress } from '../router/address';
import { exportLink, selectionExportLink } from './export-address';

beforeAll( () => {
	window.carnet = { entities: { contact: { page: 'carnet-contacts' } } } as unknown as Boot;
} );

test( 'The export keeps search, filters and order of the list, and no page', () => {
	const query = { page: 3, per_page: 20, orderby: 'city', order: 'asc', search: 'é', tags: [ 3, 7 ], account_id: 12 };
	expect( parseAddress( exportLink( 'contact', query ).replace( 'admin.php', '' ) ) ).toEqual( {
		page: 'carnet-contacts',
		view: 'export',
		params: { s: 'é', orderby: 'city', order: 'asc', tags: [ '3', '7' ], account_id: '12' },
	} );
} );

test( 'A selection is one parameter', () => {
	const { params } = parseAddress( selectionExportLink( 'contact', [ '3', '7' ] ).replace( 'admin.php', '' ) );
	expect( params ).toEqual( { include: '3,7' } );
} );
