import { comparedInWords, percentInWords, zoneInWords } from './in-words';

jest.mock( '../entities/boot', () => ( { boot: () => ( { config: { locale: 'en_US' } } ) } ) );

test( 'A loss has a minus sign', () => {
	expect( percentInWords( '-30.5' ) ).toBe( '−30.5%' );
} );

test.each( [
	[ '12', '5.0', 'In the period before: 12. Change: 5%.' ],
	[ '0', null, 'In the period before: 0. Change: n/a.' ],
	[ null, null, 'In the period before: n/a. Change: n/a.' ],
] )( 'The period before reads as a sentence: %p and %p', ( before, change, words ) => {
	expect( comparedInWords( before, change ) ).toBe( words );
} );

test.each( [
	[ 'Europe/Paris', 'Europe/Paris' ],
	[ 'UTC', 'UTC' ],
	[ '+00:00', 'UTC' ],
	[ '+02:00', 'UTC+2' ],
	[ '+05:30', 'UTC+5:30' ],
	[ '-11:00', 'UTC−11' ],
	[ '-00:30', 'UTC−0:30' ],
] )( 'The time zone %s reads %s', ( zone, words ) => {
	expect( zoneInWords( zone ) ).toBe( words );
} );
