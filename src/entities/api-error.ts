import { __ } from '@wordpress/i18n';

/** An error of the REST API, as core and ours answer them. */
export interface ApiError {
	code: string;
	message: string;
	data?: {
		status?: number;
		/** Field of a broken rule, link or duplicate. */
		field?: string;
		/** Bad parameters, as core names them. */
		params?: Record< string, string >;
		existing_id?: number;
		current?: Record< string, unknown >;
		[ key: string ]: unknown;
	};
}

/**
 * What core says of bad parameters is a list of their names: the messages of the fields take its place.
 *
 * @param error API error.
 */
function withWords( error: ApiError ): ApiError {
	const messages = error.code === 'rest_invalid_param' ? Object.values( error.data?.params ?? {} ) : [];
	return messages.length ? { ...error, message: [ ...new Set( messages ) ].join( ' ' ) } : error;
}

/**
 * Whatever was thrown, as an API error with words for the reader.
 *
 * @param error Caught value.
 */
export function asApiError( error: unknown ): ApiError {
	const candidate = error as Partial< ApiError > | null;
	if ( candidate?.code && candidate.message ) {
		return withWords( candidate as ApiError );
	}
	return {
		code: 'carnet_unreachable',
		message: __( 'The site did not answer as expected. Check your connection and try again.', 'carnet-crm' ),
	};
}

/**
 * The messages of an error that belong beside a field.
 *
 * @param error API error.
 */
export function errorsByField( error: ApiError ): Record< string, string > {
	const { params, field } = error.data ?? {};
	if ( params && Object.keys( params ).length ) {
		return { ...params };
	}
	return field ? { [ field ]: error.message } : {};
}
