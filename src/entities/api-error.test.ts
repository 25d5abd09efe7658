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

	it.each( [
		[ 'rest_invalid_param', { amount: 'No amount.', email: 'No address.' }, 'No amount. No address.' ],
		[ 'rest_invalid_param', { from: 'No day.', to: 'No day.' }, 'No day.' ],
		[ 'rest_invalid_param', undefined, 'Invalid parameter(s): x' ],
		[ 'carnet_rule', { amount: 'No amount.' }, 'Invalid parameter(s): x' ],
	] )( 'says what is wrong with parameters rather than their names: %s %p', ( code, params, message ) => {
		const data = params && { params };
		expect( asApiError( { code, message: 'Invalid parameter(s): x', data } ).message ).toBe( message );
	} );

	it( 'has words even when the site did not answer', () => {
		expect( asApiError( new TypeError( 'fetch' ) ).code ).toBe( 'carnet_unreachable' );
	} );
} );
