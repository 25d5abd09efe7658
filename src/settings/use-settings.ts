import apiFetch from '@wordpress/api-fetch';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { changesetOf } from '../entities/answers';
import type { ApiError } from '../entities/api-error';
import { asApiError } from '../entities/api-error';
import type { Config } from '../entities/boot';
import { useConfig } from '../shared/config-context';
import { useNotify } from '../shared/use-notify';
import { useRefresh } from '../shared/use-refresh';

export interface Settings extends Pick<
	Config,
	'lists' | 'currencies' | 'default_currency' | 'taxes' | 'default_tax'
> {
	quotes: { legal_lines: string[]; prefix: string; digits: number };
	/** Nouns in the plural: on or off. */
	modules: Record< string, boolean >;
	/** Capabilities of the CRM by role. */
	roles: Record< string, string[] >;
	/** Roles that see only the CRM in the menu. */
	crm_only: string[];
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
