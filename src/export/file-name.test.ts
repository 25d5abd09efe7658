import { fileName } from './file-name';

test.each( [
	[ [ 'Contacts' ], 'contacts-2026-11-24.csv' ],
	[ [ 'Contacts', 'Clients', 'Été / VIP' ], 'contacts-clients-ete-vip-2026-11-24.csv' ],
	[ [ 'Planificateur de tâches', '../..' ], 'planificateur-de-taches-2026-11-24.csv' ],
	[ [ 'جهات الاتصال' ], 'جهات-الاتصال-2026-11-24.csv' ],
] )( 'A file of %j is called %s', ( parts, name ) => {
	expect( fileName( parts, '2026-11-24' ) ).toBe( name );
} );
