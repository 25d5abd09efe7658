// What is measured, and what it may cost. A goal is a ratio to the yardstick, by the number of contacts: up to 100,000, and above.
// begin( person, contacts ) makes what is measured; beside: another yardstick than the ping; queries: our own statements at most.

const list = ( query ) => ( person ) => () => person.get( `/carnet/v1/contacts${ query }` );

const first = async ( person, path ) => ( await person.get( `/carnet/v1/${ path }` ) ).json()[ 0 ];

/** A page of contacts, far from the first: 1,000, or the last but one. */
async function farPage( person ) {
	const total = Number( ( await person.get( '/carnet/v1/contacts?_fields=id' ) ).headers[ 'x-wp-total' ] );
	return `/carnet/v1/contacts?page=${ Math.min( 1000, Math.floor( total / 20 ) - 1 ) }`;
}

let made = 0;

export const OPERATIONS = [
	{
		name: 'foreign request, beside the same without the plugin',
		goal: [ 1.03, 1.03 ],
		queries: 0,
		begin: ( person ) => () => person.get( '/wp/v2/types/post' ),
		beside: ( person ) => () => person.get( '/wp/v2/types/post', { 'x-bench-without': '1' } ),
	},
	{ name: 'contacts, first page', goal: [ 1.15, 1.15 ], queries: 4, begin: list( '' ) },
	{ name: 'filter tag + status', goal: [ 1.2, 1.25 ], queries: 4, begin: list( '?tags[]=3&status[]=new' ) },
	{
		name: 'filter tag + status + type + owner, by name',
		goal: [ 1.3, 1.5 ],
		queries: 4,
		begin: ( person ) =>
			list( `?tags[]=3&status[]=new&type[]=lead&owner_id[]=${ person.id }&orderby=last_name&order=asc` )(
				person
			),
	},
	{ name: 'search, rare fragment', goal: [ 1.25, 1.5 ], queries: 4, begin: list( '?search=uistso' ) },
	{ name: 'search, common fragment', goal: [ 1.25, 1.5 ], queries: 4, begin: list( '?search=arie' ) },
	{ name: 'search, common name', goal: [ 1.25, 1.5 ], queries: 4, begin: list( '?search=marie' ) },
	{ name: 'search, three letters', goal: [ 1.25, 1.5 ], queries: 4, begin: list( '?search=mar' ) },
	{ name: 'search, what everybody has', goal: [ 1.25, 1.5 ], queries: 4, begin: list( '?search=example.com' ) },
	{
		name: 'page 1,000 by number',
		goal: [ 1.25, 1.3 ],
		queries: 4,
		begin: async ( person ) => {
			const path = await farPage( person );
			return () => person.get( path );
		},
	},
	{
		name: 'the page behind it, by cursor',
		goal: [ 1.1, 1.1 ],
		queries: 4,
		begin: async ( person ) => {
			const { headers } = await person.get( await farPage( person ) );
			const cursor = encodeURIComponent( headers[ 'x-carnet-next-cursor' ] );
			return () => person.get( `/carnet/v1/contacts?cursor=${ cursor }` );
		},
	},
	{
		name: 'contact with counts',
		goal: [ 1.2, 1.2 ],
		queries: 7,
		begin: async ( person ) => {
			const { contact_id: id } = await first( person, 'deals?per_page=1' );
			return () => person.get( `/carnet/v1/contacts/${ id }` );
		},
	},
	{
		name: 'dashboard, all widgets, a year',
		goal: [ 1.25, 1.25 ],
		queries: 5,
		begin: ( person ) => {
			const day = ( ago ) => new Date( Date.now() - ago * 864e5 ).toISOString().slice( 0, 10 );
			return () => person.get( `/carnet/v1/dashboard?from=${ day( 365 ) }&to=${ day( -1 ) }` );
		},
	},
	{
		name: 'create a contact with two tags',
		goal: [ 1.3, 1.3 ],
		queries: 16,
		begin: async ( person ) => {
			const { id } = await first( person, 'accounts?per_page=1' );
			return () =>
				person.post( '/carnet/v1/contacts', {
					first_name: 'Eva',
					last_name: 'Morquist',
					email: `eva.${ person.login }.${ made++ }@example.net`,
					account_id: id,
					tags: [ 1, 2 ],
				} );
		},
	},
	{
		name: 'change a deal’s stage',
		goal: [ 1.3, 1.3 ],
		queries: 16,
		begin: async ( person ) => {
			let deal = await first( person, 'deals?status[]=open&per_page=1' );
			return async () => {
				const stage = deal.stage === 'proposal' ? 'qualification' : 'proposal';
				const answer = await person.patch( `/carnet/v1/deals/${ deal.id }`, { stage, version: deal.version } );
				deal = answer.json();
				return answer;
			};
		},
	},
	{
		name: 'list screen with its first rows, beside a blank one',
		more: 8,
		begin: ( person ) => () => person.page( 'admin.php?page=carnet-contacts' ),
		beside: ( person ) => () => person.page( 'admin.php?page=bench-blank' ),
	},
];
