import { toRate } from './rate';

describe( 'a rate as typed', () => {
	it.each( [
		[ '20', '20' ],
		[ ' 5,5 % ', '5.5' ],
		[ '5.50', '5.5' ],
		[ '8.25', '8.25' ],
		[ '08', '8' ],
		[ '0', '0' ],
		[ '0,05', '0.05' ],
		[ '20.00', '20' ],
		[ '100', '100' ],
		[ '100.01', null ],
		[ '101', null ],
		[ '5.555', null ],
		[ '-1', null ],
		[ '1e1', null ],
		[ '', null ],
		[ 'TVA', null ],
	] )( '%p is %p', ( typed, rate ) => {
		expect( toRate( typed ) ).toBe( rate );
	} );
} );
