import { renderHook } from '@testing-library/react';
import type { CrmRecord } from '../entities/record';
import { useFirstRows } from './use-first-rows';

const page = ( from: number, count: number ) =>
	[ ...Array( count ).keys() ].map( ( at ) => ( { id: from + at, version: 1 } ) as CrmRecord );

/** How many rows were drawn, one number for each drawing, when one page is followed by another. */
function drawn( before: CrmRecord[], after: CrmRecord[] ) {
	const counts: number[] = [];
	const { rerender, result } = renderHook(
		( records: CrmRecord[] ) => {
			const { rows, list } = useFirstRows( records, false );
			counts.push( rows.length );
			return { rows, list };
		},
		{ initialProps: before }
	);
	counts.length = 0;
	rerender( after );
	expect( result.current.rows ).toBe( after );
	return counts;
}

test( 'Of another page the first rows are drawn, then all', () => {
	expect( drawn( page( 1, 100 ), page( 101, 100 ) )[ 0 ] ).toBe( 20 );
	expect( drawn( [], page( 1, 100 ) )[ 0 ] ).toBe( 20 );
} );

test( 'As many rows are drawn first as the window has room for', () => {
	const list = document.createElement( 'div' );
	list.innerHTML = '<table><tbody><tr></tr><tr></tr></tbody></table>';
	const at = ( top: number, height: number ) => () => ( { top, height } ) as DOMRect;
	list.getBoundingClientRect = at( -100, 0 );
	list.scrollIntoView = () => {};
	list.querySelector( 'tbody' )!.getBoundingClientRect = at( 200, 80 );
	// Once the list begins in the window, its rows do so at 300.
	window.innerHeight = 700;
	const { result, rerender } = renderHook( ( records: CrmRecord[] ) => useFirstRows( records, true ), {
		initialProps: page( 1, 100 ),
	} );
	Object.assign( result.current.list, { current: list } );
	rerender( page( 1, 100 ) );
	rerender( page( 101, 100 ) );
	expect( result.current.rows ).toHaveLength( 11 );
} );

test( 'While another page is on its way the first rows stay', () => {
	const { result } = renderHook( () => useFirstRows( page( 1, 100 ), true ) );
	expect( result.current.rows.map( ( { id } ) => id ) ).toEqual( page( 1, 20 ).map( ( { id } ) => id ) );
} );

test( 'Rows that have changed, come or gone are drawn with the others', () => {
	const before = page( 1, 100 );
	const changed = before.map( ( record ) => ( record.id === 50 ? { ...record, version: 2 } : record ) );
	expect( new Set( drawn( before, changed ) ) ).toEqual( new Set( [ 100 ] ) );
	expect( new Set( drawn( before, before.slice( 40 ) ) ) ).toEqual( new Set( [ 60 ] ) );
	expect( new Set( drawn( before, page( 1, 101 ) ) ) ).toEqual( new Set( [ 101 ] ) );
} );
