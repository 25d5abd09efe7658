import { Spinner } from '@wordpress/components';
import { useEntityRecord } from '@wordpress/core-data';
import { ScreenTitle } from '../app/screen-title';
import { boot, entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import { navigate } from '../router/history';
import { useAddress } from '../router/use-address';
import { DetailsForm } from './details-form';
import type { Noun } from './noun';
import { startValues } from './start-values';
import { useDraft } from './use-draft';

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
