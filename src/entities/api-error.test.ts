import { asApiError, errorsByField } from './api-error';

describe( 'an error of the API', () => {
	it.each( [
		[
			'bad parameters stand beside their fields',
			{ params: { email: 'Not an e-mail address.' } },
			{ email: 'Not an e-mail address.' },
		],
		[ 'a broken rule stands beside its field', { field: 'last_name' }, { last_name: 'No.' } ],
		[ 'anything else belongs to the whole form', { status: 503 }, {} ],
	] )( '%s', ( _title, data, expected ) => {
		expect( errorsByField( { code: 'x', message: 'No.', data } ) ).toEqual( expected );
	} );

	it( 'has words even when the site did not answer', () => {
		expect( asApiError( new TypeError( 'fetch' ) ).code ).toBe( 'carnet_unreachable' );
	} );
} );
