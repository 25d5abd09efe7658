import type { CrmRecord } from '../entities/record';
import { checkLines, isCountable, lineMessages } from './check-lines';
import type { Line } from './line';

const line = ( more = {} ): Line => ( {
	description: 'Hosting',
	quantity: '1.5',
	unit_price: 1250,
	discount_percent: '0',
	tax_rate: '20',
	...more,
} );
const short = ( more = {} ) => line( { description: 'Site', quantity: '1', ...more } );
const wrongIn = ( ...lines: Line[] ) =>
	checkLines( { id: 0, title: 'Site', lines } as unknown as CrmRecord ).map( ( cells ) => Object.keys( cells ) );

describe( 'the lines of a quote', () => {
	it.each( [
		[ 'all right', line(), [] ],
		[ 'without a price', line( { unit_price: undefined } ), [] ],
		[ 'words for a quantity', line( { quantity: 'deux' } ), [ 'quantity' ] ],
		[ 'no quantity', line( { quantity: '' } ), [ 'quantity' ] ],
		[ 'a quantity of nothing', line( { quantity: '0.00' } ), [ 'quantity' ] ],
		[ 'four decimals', line( { quantity: '1.2345' } ), [ 'quantity' ] ],
		[ 'more digits than there is room for', line( { quantity: '1234567890' } ), [ 'quantity' ] ],
		[ 'words for a price', line( { unit_price: 'abc' } ), [ 'unit_price' ] ],
		[ 'more discount than there is', line( { discount_percent: '100.5' } ), [ 'discount_percent' ] ],
		[ 'the whole as a discount', line( { discount_percent: '100.00' } ), [] ],
		[ 'no description', line( { description: ' ' } ), [ 'description' ] ],
		[ 'one amount that is missing', short( { unit_price: undefined } ), [ 'unit_price' ] ],
		[ 'one amount of zero', short( { unit_price: 0 } ), [] ],
	] )( 'say what is wrong: %s', ( _title, one, cells ) => {
		expect( wrongIn( one ) ).toEqual( [ cells ] );
	} );

	it( 'say it of every line and every cell', () => {
		expect(
			wrongIn( line( { quantity: 'deux', unit_price: 'abc' } ), line(), line( { description: '' } ) )
		).toEqual( [ [ 'quantity', 'unit_price' ], [], [ 'description' ] ] );
	} );

	it( 'miss the title of one amount beside the title only', () => {
		const values = { id: 0, title: '', lines: [ short( { description: '' } ) ] } as unknown as CrmRecord;
		expect( checkLines( values ) ).toEqual( [ {} ] );
	} );

	it( 'have the first of it for the form', () => {
		const values = ( ...lines: Line[] ) => ( { id: 0, title: 'Site', lines } ) as unknown as CrmRecord;
		expect( lineMessages( values( line() ) ) ).toEqual( {} );
		expect( lineMessages( values( line(), line( { quantity: 'deux', description: '' } ) ) ).lines ).toMatch(
			/Description/
		);
	} );

	it( 'are added up without words, not without numbers', () => {
		expect( isCountable( line( { description: '', unit_price: undefined } ) ) ).toBe( true );
		expect( isCountable( line( { quantity: 'deux' } ) ) ).toBe( false );
		expect( isCountable( line( { unit_price: 'abc' } ) ) ).toBe( false );
	} );
} );
