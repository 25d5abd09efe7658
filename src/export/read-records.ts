import type { CrmRecord } from '../entities/record';

const recordsOf = ( lines: string[] ): CrmRecord[] => lines.filter( Boolean ).map( ( line ) => JSON.parse( line ) );

/**
 * The records of an NDJSON answer, as they arrive.
 *
 * @param body Body of the answer.
 */
export async function* readRecords( body: ReadableStream< Uint8Array > ): AsyncGenerator< CrmRecord[] > {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let rest = '';
	for (;;) {
		const { done, value } = await reader.read();
		const lines = ( rest + decoder.decode( value, { stream: ! done } ) ).split( '\n' );
		rest = done ? '' : ( lines.pop() ?? '' );
		const records = recordsOf( lines );
		if ( records.length ) {
			yield records;
		}
		if ( done ) {
			return;
		}
	}
}
