import type { Config } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { isOneAmount, linesOf, quoteFollowUps } from './line';

const config = {
	currencies: [
		{ code: 'EUR', exponent: 2, symbol: '€' },
		{ code: 'JPY', exponent: 0, symbol: '¥' },
	],
	taxes: [ { key: 'standard', label: 'Standard', rate: '20' } ],
	default_currency: 'EUR',
	default_tax: 'standard',
} as unknown as Config;

jest.mock( '../entities/boot', () => ( { boot: () => ( { config } ) } ) );

const line = ( more = {} ) => ( {
	description: 'Site',
	quantity: '1',
	unit_price: 1250,
	discount_percent: '0',
	tax_rate: '20',
	...more,
} );
const quote = ( more = {} ) =>
	( { id: 0, title: 'Site', currency: 'EUR', lines: [ line() ], ...more } ) as unknown as CrmRecord;

describe( 'the lines of a quote', () => {
	it( 'begin with one at the default tax', () => {
		expect( linesOf( quote( { lines: [] } ) ) ).toEqual( [
			{ description: '', quantity: '1', discount_percent: '0', tax_rate: '20' },
		] );
	} );

	it.each( [
		[ 'one line called like the quote', {}, true ],
		[ 'another name', { lines: [ line( { description: 'Hosting' } ) ] }, false ],
		[ 'two of it', { lines: [ line( { quantity: '2' } ) ] }, false ],
		[ 'a discount', { lines: [ line( { discount_percent: '5' } ) ] }, false ],
		[ 'two lines', { lines: [ line(), line() ] }, false ],
	] )( 'are one amount, or not: %s', ( _name, more, isOne ) => {
		expect( isOneAmount( quote( more ) ) ).toBe( isOne );
	} );

	it( 'follow the title while they are one amount', () => {
		expect( quoteFollowUps( { title: 'Shop' }, quote(), config ) ).toEqual( {
			lines: [ line( { description: 'Shop' } ) ],
		} );
		expect( quoteFollowUps( { title: 'Shop' }, quote( { lines: [ line(), line() ] } ), config ) ).toEqual( {} );
	} );

	it( 'keep their prices in a currency with other decimals', () => {
		expect(
			quoteFollowUps( { currency: 'JPY' }, quote( { lines: [ line( { unit_price: 1200 } ) ] } ), config )
		).toEqual( {
			lines: [ line( { unit_price: 12 } ) ],
		} );
	} );
} );
