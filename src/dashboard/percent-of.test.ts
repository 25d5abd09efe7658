import { percentOf } from './percent-of';

describe( 'a rate', () => {
	it.each( [
		[ 1, 3, '33.3' ],
		[ 2, 3, '66.7' ],
		[ 1, 2000, '0.1' ],
		[ 0, 5, '0.0' ],
		[ 5, 5, '100.0' ],
	] )( 'of %p in %p is %p per cent', ( part, whole, percent ) => {
		expect( percentOf( part, whole ) ).toBe( percent );
	} );

	it( 'of nothing is not a number', () => {
		expect( percentOf( 0, 0 ) ).toBeNull();
	} );
} );
