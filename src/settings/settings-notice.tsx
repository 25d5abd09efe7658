import { Notice, Spinner } from '@wordpress/components';
import type { ApiError } from '../entities/api-error';
import { errorsByField } from '../entities/api-error';

/** Why the settings could not be saved: the words of the bad parameter, where there is one. */
export function SettingsNotice( { error, onRemove }: { error: ApiError | null; onRemove: () => void } ) {
	return error ? (
		<Notice status="error" onRemove={ onRemove }>
			{ Object.values( errorsByField( error ) ).join( ' ' ) || error.message }
		</Notice>
	) : null;
}

/** In place of a tab whose settings are not there yet, or do not come. */
export function SettingsMissing( { error }: { error: ApiError | null } ) {
	return error ? (
		<Notice status="error" isDismissible={ false }>
			{ error.message }
		</Notice>
	) : (
		<Spinner />
	);
}
