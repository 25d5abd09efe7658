import { shiftDay, toDay } from './days';

describe( 'a day of the calendar', () => {
	it.each( [
		[ '2026-02-28', 1, 'days', '2026-03-01' ],
		[ '2026-03-31', -1, 'months', '2026-02-28' ],
		[ '2028-02-29', 1, 'years', '2029-02-28' ],
		[ '2026-12-28', 1, 'weeks', '2027-01-04' ],
		[ '2026-03-29', 1, 'days', '2026-03-30' ],
	] )( '%s and %d %s is %s', ( day, amount, unit, result ) => {
		expect( shiftDay( day, amount, unit ) ).toBe( result );
	} );

	it( 'is itself', () => {
		expect( toDay( '2026-11-24' ) ).toBe( '2026-11-24' );
	} );
} );
