import { Button, Notice } from '@wordpress/components';
import { Component } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

/** Says in words that a screen broke, and keeps the others usable. Give it a key per screen. */
export class ErrorBoundary extends Component< { children: ReactNode }, { hasFailed: boolean } > {
	override state = { hasFailed: false };

	static getDerivedStateFromError() {
		return { hasFailed: true };
	}

	override render() {
		if ( ! this.state.hasFailed ) {
			return this.props.children;
		}
		return (
			<Notice status="error" isDismissible={ false }>
				<p>{ __( 'This screen could not be shown. Nothing you saved is lost.', 'carnet-crm' ) }</p>
				<Button __next40pxDefaultSize variant="secondary" onClick={ () => window.location.reload() }>
					{ __( 'Load the page again', 'carnet-crm' ) }
				</Button>
			</Notice>
		);
	}
}
