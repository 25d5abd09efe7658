import apiFetch from '@wordpress/api-fetch';
import { createContext, useCallback, useContext, useMemo, useState } from '@wordpress/element';
import type { ReactNode } from 'react';
import type { Config } from '../entities/boot';
import { boot } from '../entities/boot';

interface ConfigState {
	config: Config;
	/** Reads the lists again, after the settings changed. */
	reload: () => Promise< void >;
}

const ConfigContext = createContext< ConfigState | null >( null );

/**
 * Gives the screens the CRM's lists, people and capabilities.
 */
export function ConfigProvider( { children }: { children: ReactNode } ) {
	const [ config, setConfig ] = useState( boot().config );
	const reload = useCallback( async () => {
		setConfig( await apiFetch< Config >( { path: '/carnet/v1/config' } ) );
	}, [] );
	const value = useMemo( () => ( { config, reload } ), [ config, reload ] );
	return <ConfigContext.Provider value={ value }>{ children }</ConfigContext.Provider>;
}

/** The CRM's lists, people and capabilities, and a way to read them again. */
export function useConfig(): ConfigState {
	const state = useContext( ConfigContext );
	if ( ! state ) {
		throw new Error( 'useConfig is used outside ConfigProvider.' );
	}
	return state;
}
