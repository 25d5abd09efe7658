import { keyOf, moved } from './list-rows';

describe( 'the key of a new value', () => {
	it.each( [
		[ 'À rappeler', [], 'a_rappeler' ],
		[ 'Web', [ 'web' ], 'web_2' ],
		[ 'Web', [ 'web', 'web_2' ], 'web_3' ],
		[ '日本', [], 'value' ],
		[ ' -- ', [], 'value' ],
	] )( 'of %p beside %p is %p', ( label, taken, key ) => {
		expect( keyOf( label, taken ) ).toBe( key );
	} );
} );

describe( 'the order of a list', () => {
	const items = [ 'a', 'b', 'c' ].map( ( key ) => ( { key, label: key } ) );
	const keys = ( index: number, step: number ) =>
		moved( items, index, step )
			.map( ( { key } ) => key )
			.join( '' );

	it( 'changes by one step', () => {
		expect( keys( 0, 1 ) ).toBe( 'bac' );
		expect( keys( 2, -1 ) ).toBe( 'acb' );
	} );
	it( 'stays at its ends', () => {
		expect( keys( 0, -1 ) ).toBe( 'abc' );
		expect( keys( 2, 1 ) ).toBe( 'abc' );
	} );
} );
