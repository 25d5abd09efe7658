import { setSettings, getSettings } from '@wordpress/date';
import type { View } from '@wordpress/dataviews';
import type { FieldConfig } from './boot';
import { queryToFilters } from './query-to-view';
import { viewToQuery } from './view-to-query';

jest.mock( './boot', () => ( {
	boot: () => ( { config: { currencies: [ { code: 'KWD', exponent: 3, symbol: '' } ], default_currency: 'KWD' } } ),
} ) );

const FIELDS: FieldConfig[] = [
	{ id: 'type', label: 'Type', kind: 'choice' },
	{ id: 'account_id', label: 'Account', kind: 'relation' },
	{ id: 'owner_id', label: 'Owner', kind: 'owner' },
	{ id: 'tags', label: 'Tags', kind: 'tags' },
	{ id: 'start_date', label: 'Start', kind: 'date' },
	{ id: 'created_at', label: 'Created', kind: 'datetime' },
	{ id: 'amount', label: 'Amount', kind: 'money' },
	{ id: 'probability', label: 'Probability', kind: 'integer' },
];

const view = ( overrides: Partial< View > = {} ): View =>
	( { type: 'table', titleField: 'name', ...overrides } ) as View;

const filtered = ( field: string, operator: string, value: unknown ) =>
	viewToQuery( view( { filters: [ { field, operator, value } as never ] } ), FIELDS );

const BASE = { page: 1, per_page: 20, orderby: 'id', order: 'desc' };

beforeAll( () => {
	setSettings( {
		...getSettings(),
		timezone: {
			offset: 1,
			offsetFormatted: '1',
			string: 'Europe/Paris',
			abbr: 'CET',
		},
	} );
	jest.useFakeTimers( { now: new Date( '2026-03-31T22:30:00Z' ) } );
} );
afterAll( () => {
	jest.useRealTimers();
} );

describe( 'what a list asks for', () => {
	it( 'is the newest records when the person has said nothing', () => {
		expect( viewToQuery( view(), FIELDS ) ).toEqual( BASE );
	} );

	it( 'sorts a title made of several fields by the one that the noun names', () => {
		const sort = { field: 'name', direction: 'asc' } as const;
		expect( viewToQuery( view( { sort, page: 3, perPage: 50 } ), FIELDS, 'last_name' ) ).toEqual( {
			page: 3,
			per_page: 50,
			orderby: 'last_name',
			order: 'asc',
		} );
	} );

	it( 'searches', () => {
		expect( viewToQuery( view( { search: '06 12' } ), FIELDS ) ).toEqual( {
			...BASE,
			search: '06 12',
		} );
	} );

	it.each( [
		[ 'any of several choices', 'type', 'isAny', [ 'lead' ], { type: [ 'lead' ] } ],
		[ 'one account', 'account_id', 'is', 12, { account_id: 12 } ],
		[ 'any tag', 'tags', 'isAny', [ 3, 7 ], { tags: [ 3, 7 ] } ],
		[ 'all tags', 'tags', 'isAll', [ 3, 7 ], { tags: [ 3, 7 ], tags_match: 'all' } ],
		[ 'none of the tags', 'tags', 'isNone', [ 3 ], { tags_exclude: [ 3 ] } ],
		[
			'a calendar day',
			'start_date',
			'on',
			'2026-02-28',
			{ start_date_after: '2026-02-28', start_date_before: '2026-03-01' },
		],
		[ 'up to and with a day', 'start_date', 'beforeInc', '2026-12-31', { start_date_before: '2027-01-01' } ],
		[ 'after a day', 'start_date', 'after', '2026-12-31', { start_date_after: '2027-01-01' } ],
		[
			'days between two',
			'start_date',
			'between',
			[ '2026-01-01', '2026-01-31' ],
			{ start_date_after: '2026-01-01', start_date_before: '2026-02-01' },
		],
		[
			'a day of the site, for instants',
			'created_at',
			'on',
			'2026-11-24',
			{ created_at_after: '2026-11-23T23:00:00Z', created_at_before: '2026-11-24T23:00:00Z' },
		],
		[
			"the last month, from the site's today (1 April there)",
			'start_date',
			'inThePast',
			{ value: 1, unit: 'months' },
			{ start_date_after: '2026-03-01' },
		],
		[
			'more than a year ago',
			'start_date',
			'over',
			{ value: 1, unit: 'years' },
			{ start_date_before: '2025-04-01' },
		],
		[ 'at least an amount, of the default currency', 'amount', 'greaterThanOrEqual', 1.005, { amount_min: 1005 } ],
		[ 'at most an amount', 'amount', 'lessThanOrEqual', '1000', { amount_max: 1000000 } ],
		[ 'amounts between two', 'amount', 'between', [ 5, 6 ], { amount_min: 5000, amount_max: 6000 } ],
		[ 'a number', 'probability', 'is', 5, { probability_min: 5, probability_max: 5 } ],
		[ 'everything, while a filter is empty', 'type', 'isAny', [], {} ],
		[ 'everything, while half a range is empty', 'start_date', 'between', [ '2026-01-01', '' ], {} ],
		[ 'everything, for a field that is no more', 'gone', 'is', 1, {} ],
	] )( 'is filtered: %s', ( _title, field, operator, value, expected ) => {
		expect( filtered( field, operator, value ) ).toEqual( {
			...BASE,
			...expected,
		} );
	} );
} );

describe( 'the filters of an address', () => {
	it.each( [
		[ { type: 'lead' } ],
		[ { type: [ 'lead', 'customer' ] } ],
		[ { account_id: '12' } ],
		[ { owner_id: [ '3' ] } ],
		[ { tags: [ '3', '7' ], tags_match: 'all' } ],
		[ { tags_exclude: [ '3' ] } ],
		[ { start_date_after: '2026-01-01', start_date_before: '2026-02-01' } ],
		[ { created_at_after: '2026-10-31T23:00:00Z', created_at_before: '2026-11-30T23:00:00Z' } ],
		[ { start_date_before: '2026-02-01' } ],
		[ { created_at_before: '2026-11-30T10:16:09Z' } ],
		[ { amount_min: '1005', amount_max: '2000' } ],
		[ { amount_max: '1' } ],
		[ { probability_min: '40' } ],
	] )( 'ask the API for what they say: %j', ( params ) => {
		const asked = viewToQuery( view( { filters: queryToFilters( params, FIELDS ) } ), FIELDS );
		const list = ( value: unknown ) => [ value ].flat().map( String );
		for ( const [ key, value ] of Object.entries( params ) ) {
			expect( list( asked[ key ] ) ).toEqual( list( value ) );
		}
	} );
} );
