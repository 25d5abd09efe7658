import { decimalToMinor, minorToDecimal, toDecimal } from './decimal';

test.each( [
	[ 0, 2, '0.00' ],
	[ 5, 2, '0.05' ],
	[ -5, 2, '-0.05' ],
	[ 123456, 2, '1234.56' ],
	[ 500, 0, '500' ],
	[ 1500, 3, '1.500' ],
	[ 999999999999999, 2, '9999999999999.99' ],
] )( '%d with %d digits is %s', ( minor, exponent, decimal ) => {
	expect( minorToDecimal( minor, exponent ) ).toBe( decimal );
	expect( decimalToMinor( decimal, exponent ) ).toBe( minor );
} );

test.each( [
	[ '12,5', 2, 1250 ],
	[ '1 234,56', 2, 123456 ],
	[ '1,234.56', 2, 123456 ],
	[ '1.234,56', 2, 123456 ],
	[ '.5', 2, 50 ],
	[ '12.', 2, 1200 ],
	[ '0.100', 2, 10 ],
	[ '8.29', 2, 829 ],
	[ '-3', 0, -3 ],
	[ '1.005', 2, null ],
	[ '12.5', 0, null ],
	[ 'abc', 2, null ],
	[ '', 2, null ],
	[ '-', 2, null ],
	[ '1e3', 2, null ],
	[ '10000000000000000', 0, null ],
] )( '“%s” typed with %d digits is %p', ( text, exponent, minor ) => {
	expect( decimalToMinor( text, exponent ) ).toBe( minor );
} );

test.each( [
	[ '2', '2' ],
	[ '1,50', '1.50' ],
	[ '1\u202f000,5', '1000.5' ],
	[ "1'000.5", '1000.5' ],
	[ ',5', '0.5' ],
	[ '12.', '12' ],
	[ '\u22123', '-3' ],
	[ 'deux', null ],
	[ '', null ],
	[ '.', null ],
] )( '“%s” typed is the decimal %p', ( text, decimal ) => {
	expect( toDecimal( text ) ).toBe( decimal );
} );
