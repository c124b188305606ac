@rem `npm start` says `exec`, so that signals reach the app and no shell in between. Windows knows neither: there it means just this.
@%*
