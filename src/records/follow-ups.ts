import type { Config } from '../entities/boot';
import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { rescale } from '../shared/rescale';
import type { Noun } from './noun';

type Values = Record< string, unknown >;

/**
 * A person's edits with what follows from them: amounts keep their decimals when the currency changes to one with
 * other minor units, and what the noun adds.
 *
 * @param noun   The noun.
 * @param values Values before.
 * @param edits  What the person changed.
 * @param config The CRM's lists.
 */
export function withFollowUps( noun: Noun, values: CrmRecord, edits: Values, config: Config ): Values {
	const amounts: Values = {};
	if ( typeof edits.currency === 'string' ) {
		for ( const { id, kind, readonly } of entityConfig( noun.entity ).fields ) {
			if ( kind === 'money' && ! readonly && typeof values[ id ] === 'number' ) {
				amounts[ id ] = rescale(
					values[ id ] as number,
					String( values.currency ?? '' ),
					edits.currency,
					config
				);
			}
		}
	}
	return { ...amounts, ...edits, ...noun.follow?.( edits, values, config ) };
}
