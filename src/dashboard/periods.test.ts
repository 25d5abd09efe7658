import { daysOfPeriod } from './periods';

describe( 'a period seen on 24 November 2026', () => {
	it.each( [
		[ 'last-30', '2026-10-26', '2026-11-25' ],
		[ 'this-month', '2026-11-01', '2026-12-01' ],
		[ 'last-month', '2026-10-01', '2026-11-01' ],
		[ 'quarter', '2026-10-01', '2027-01-01' ],
		[ 'year', '2026-01-01', '2027-01-01' ],
		[ 'last-365', '2025-11-25', '2026-11-25' ],
	] as const )( '%s is from %s to before %s', ( name, from, to ) => {
		expect( daysOfPeriod( name, '2026-11-24' ) ).toEqual( { from, to } );
	} );

	it( 'last month is January for someone on the last day of February', () => {
		expect( daysOfPeriod( 'last-month', '2026-02-28' ) ).toEqual( { from: '2026-01-01', to: '2026-02-01' } );
	} );
} );
