import apiFetch from '@wordpress/api-fetch';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { changesetOf } from '../entities/answers';
import type { ApiError } from '../entities/api-error';
import { asApiError } from '../entities/api-error';
import type { ListItem } from '../entities/boot';
import { useConfig } from '../shared/config-context';
import { useNotify } from '../shared/use-notify';
import { useRefresh } from '../shared/use-refresh';

export interface Settings {
	lists: Record< string, ListItem[] >;
	quotes: { legal_lines: string[] };
	uninstall: 'keep' | 'remove';
}

export type Replacements = Record< string, Record< string, string > >;

const PATH = '/carnet/v1/settings';

/** The settings, and a way to save part of them; the screens follow at once. */
export function useSettings() {
	const [ settings, setSettings ] = useState< Settings | null >( null );
	const [ error, setError ] = useState< ApiError | null >( null );
	const { config, reload } = useConfig();
	const refresh = useRefresh();
	const notify = useNotify();
	// Again when the lists of the screens change: an undone change of the settings is one of those.
	useEffect( () => {
		apiFetch< Settings >( { path: PATH } ).then( setSettings, ( refusal ) => setError( asApiError( refusal ) ) );
	}, [ config ] );
	const save = async ( changes: Partial< Settings > & { replacements?: Replacements } ): Promise< boolean > => {
		try {
			const saved = await apiFetch< Settings >( { path: PATH, method: 'PUT', data: changes } );
			setSettings( saved );
			setError( null );
			notify.done( __( 'The settings were saved.', 'carnet-crm' ), changesetOf( saved ) );
			await reload();
			refresh();
			return true;
		} catch ( refusal ) {
			setError( asApiError( refusal ) );
			return false;
		}
	};
	return { settings, save, error, forget: () => setError( null ) };
}
