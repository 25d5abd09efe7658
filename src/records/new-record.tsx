import { Spinner } from '@wordpress/components';
import { useEntityRecord } from '@wordpress/core-data';
import { ScreenTitle } from '../app/screen-title';
import type { FieldConfig } from '../entities/boot';
import { boot, entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import type { AddressParams } from '../router/address';
import { navigate } from '../router/history';
import { useAddress } from '../router/use-address';
import { DetailsForm } from './details-form';
import type { Noun } from './noun';
import { useDraft } from './use-draft';

/**
 * The values a new record starts with: the defaults of its fields, then a record it copies, then what the address says
 * (the parent whose tab it was added from).
 *
 * @param fields Field facts of the noun.
 * @param params Parameters of the address.
 * @param copied Values of the record to copy, if any.
 */
export function startValues(
	fields: FieldConfig[],
	params: AddressParams,
	copied: Record< string, unknown > = {}
): CrmRecord {
	const values: CrmRecord = { id: 0, version: 0 };
	for ( const field of fields.filter( ( { readonly } ) => ! readonly ) ) {
		const { id, kind, default: initial } = field;
		const isNumber = kind === 'relation' || kind === 'owner';
		const given = isNumber && params[ id ] ? Number( params[ id ] ) : params[ id ];
		const value = given ?? copied[ id ] ?? initial;
		if ( value !== undefined && value !== null && value !== '' ) {
			values[ id ] = value;
		}
	}
	return values;
}

function NewForm( { noun, start }: { noun: Noun; start: CrmRecord } ) {
	const { page } = entityConfig( noun.entity );
	const draft = useDraft( start );
	return (
		<DetailsForm
			noun={ noun }
			draft={ draft }
			onSaved={ ( { id } ) => navigate( { page, id: String( id ) }, { replace: true } ) }
		/>
	);
}

/**
 * The form of a record that is not stored yet.
 */
export function NewRecord( { noun }: { noun: Noun } ) {
	const { params } = useAddress();
	const { fields } = entityConfig( noun.entity );
	const from = Number( params.from ?? 0 );
	const { record } = useEntityRecord< CrmRecord >( KIND, noun.entity, from, {
		enabled: from > 0,
	} );
	const isWaiting = from > 0 && ! record;
	const copied = Object.fromEntries(
		Object.entries( record ?? {} ).filter( ( [ id ] ) => id !== 'owner_id' && ! noun.notDuplicated?.includes( id ) )
	);
	return (
		<>
			<ScreenTitle title={ noun.words().add } />
			{ isWaiting ? (
				<Spinner />
			) : (
				<NewForm
					noun={ noun }
					start={ startValues( fields, params, {
						owner_id: boot().userId,
						...noun.start?.(),
						...copied,
					} ) }
				/>
			) }
		</>
	);
}
