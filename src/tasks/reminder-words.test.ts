import { beforeInWords } from './reminder-words';

describe( 'how long before', () => {
	it.each( [
		[ 0, 'When it is due' ],
		[ 1, '1 minute before' ],
		[ 90, '90 minutes before' ],
		[ 60, '1 hour before' ],
		[ 1440, '1 day before' ],
		[ 10080, '7 days before' ],
	] )( '%d minutes is “%s”', ( minutes, words ) => {
		expect( beforeInWords( minutes ) ).toBe( words );
	} );
} );
