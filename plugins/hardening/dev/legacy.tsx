// SPDX-License-Identifier: Apache-2.0
import '@backstage/cli/asset-types';
import '@backstage/ui/css/styles.css';
import ReactDOM from 'react-dom/client';
import { LegacyApp } from './legacyApp';

// backstage-cli package start --entrypoint dev/legacy
ReactDOM.createRoot(document.getElementById('root')!).render(<LegacyApp />);
